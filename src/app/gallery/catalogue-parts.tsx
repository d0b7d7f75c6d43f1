import { CatalogueColumns } from '../components/catalogue-columns.tsx';
import { CatalogueCorrections } from '../components/catalogue-corrections.tsx';
import { CatalogueCoverage } from '../components/catalogue-coverage.tsx';
import { CatalogueDetails } from '../components/catalogue-details.tsx';
import { CatalogueList } from '../components/catalogue-list.tsx';
import { CataloguePaste } from '../components/catalogue-paste.tsx';
import { CataloguePreview } from '../components/catalogue-preview.tsx';
import { CatalogueSelect } from '../components/catalogue-select.tsx';
import { CatalogueStarts } from '../components/catalogue-starts.tsx';
import { CatalogueWaivers } from '../components/catalogue-waivers.tsx';
import { content, template } from './draft-samples.ts';
import { pasted, shelf } from './more-samples.ts';
import { Part } from './part.tsx';

const nothing = () => undefined;
const WAIVERS = [
  { cover: { element: 0, name: '识别标准', by: [] }, reason: '标准见县里的公告，不另行公示。' },
];

/** What the law asks a village to show, and how a district's own list of it is brought in. */
export function CatalogueParts() {
  return (
    <>
      <Part title="Catalogue">
        <CatalogueSelect shelf={shelf} />
        <CatalogueList
          heading="扶贫对象"
          catalogue={shelf.chosen}
          items={shelf.chosen.items.slice(0, 3)}
        />
      </Part>
      <Part title="Begin from it">
        {[false, true].map((isStarting) => (
          <CatalogueStarts
            key={String(isStarting)}
            templates={[template]}
            notice={{ village: undefined, mayStart: true, isStarting, start: nothing }}
          />
        ))}
      </Part>
      <Part title="What it asks for">
        <CatalogueCoverage template={template} content={content} />
        <CatalogueWaivers waivers={WAIVERS} />
        <CatalogueWaivers waivers={WAIVERS} onChange={nothing} />
      </Part>
      <Part title="A district's own">
        <CataloguePaste onTable={nothing} />
        <CatalogueColumns understood={pasted.understood} onMean={nothing} />
        <CatalogueCorrections
          grid={pasted.grid}
          understood={pasted.understood}
          notUnderstood={pasted.notUnderstood}
          onCorrect={nothing}
        />
        <CatalogueDetails details={{}} read={pasted.draft} known={shelf.all} onDescribe={nothing} />
        <CataloguePreview draft={pasted.draft} />
      </Part>
    </>
  );
}
