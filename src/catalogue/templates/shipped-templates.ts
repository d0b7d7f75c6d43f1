import { elementName, itemById } from '../catalogue-questions.ts';
import type { Catalogue } from '../catalogue-schema.ts';
import povertyAlleviationWords from '../packs/poverty-alleviation/vocabulary.json' with {
  type: 'json',
};
import regularAssistanceWords from '../packs/regular-assistance/vocabulary.json' with {
  type: 'json',
};
import ruralRevitalisationWords from '../packs/rural-revitalisation/vocabulary.json' with {
  type: 'json',
};
import {
  yimeiPovertyAlleviation,
  yimeiRegularAssistance,
  yimeiRuralRevitalisation,
} from '../shipped-packs.ts';
import fundsAllocationList from './every-period/funds.allocation-list.json' with { type: 'json' };
import fundsAllocationSingle from './every-period/funds.allocation-single.json' with {
  type: 'json',
};
import fundsAnnualCompletion from './every-period/funds.annual-completion.json' with {
  type: 'json',
};
import fundsAnnualPlan from './every-period/funds.annual-plan.json' with { type: 'json' };
import fundsSectoral from './every-period/funds.sectoral.json' with { type: 'json' };
import microloans from './every-period/microloans.annual.json' with { type: 'json' };
import normativeDocuments from './every-period/policy.normative-documents.json' with {
  type: 'json',
};
import otherDocuments from './every-period/policy.other-documents.json' with { type: 'json' };
import regulations from './every-period/policy.regulations.json' with { type: 'json' };
import projectsAfterWork from './every-period/projects.after-work.json' with { type: 'json' };
import projectsPlanList from './every-period/projects.annual-plan-list.json' with { type: 'json' };
import projectsPlanSingle from './every-period/projects.annual-plan-single.json' with {
  type: 'json',
};
import projectsBeforeWork from './every-period/projects.before-work.json' with { type: 'json' };
import libraryAnnouncement from './every-period/projects.library-announcement.json' with {
  type: 'json',
};
import libraryApplication from './every-period/projects.library-application.json' with {
  type: 'json',
};
import libraryReview from './every-period/projects.library-review.json' with { type: 'json' };
import supervisionHotline from './every-period/supervision.hotline.json' with { type: 'json' };
import parts from './parts.json' with { type: 'json' };
import exitAnnouncementSince2021 from './since-2021/exit.announcement.json' with { type: 'json' };
import exitPublicitySince2021 from './since-2021/exit.publicity.json' with { type: 'json' };
import entryAnnouncementSince2021 from './since-2021/identification.announcement.json' with {
  type: 'json',
};
import entryPublicitySince2021 from './since-2021/identification.publicity.json' with {
  type: 'json',
};
import type { Template } from './template-schema.ts';
import exitAnnouncement from './until-2020/exit.announcement.json' with { type: 'json' };
import exitPlan from './until-2020/exit.plan.json' with { type: 'json' };
import exitProposed from './until-2020/exit.proposed-publicity.json' with { type: 'json' };
import identificationAnnouncement from './until-2020/identification.announcement.json' with {
  type: 'json',
};
import identificationFirst from './until-2020/identification.first-publicity.json' with {
  type: 'json',
};
import identificationSecond from './until-2020/identification.second-publicity.json' with {
  type: 'json',
};
import { type TemplateSource, type Vocabulary, writeTemplate } from './write-template.ts';

const POLICY: readonly TemplateSource[] = [regulations, normativeDocuments, otherDocuments];

const PEOPLE_UNTIL_2020: readonly TemplateSource[] = [
  identificationFirst,
  identificationSecond,
  identificationAnnouncement,
  exitPlan,
  exitProposed,
  exitAnnouncement,
];

const PEOPLE_SINCE_2021: readonly TemplateSource[] = [
  entryPublicitySince2021,
  entryAnnouncementSince2021,
  exitPublicitySince2021,
  exitAnnouncementSince2021,
];

const FUNDS_AND_PROJECTS: readonly TemplateSource[] = [
  fundsAllocationList,
  fundsAllocationSingle,
  fundsAnnualPlan,
  fundsAnnualCompletion,
  microloans,
  fundsSectoral,
  libraryApplication,
  libraryReview,
  libraryAnnouncement,
  projectsPlanList,
  projectsPlanSingle,
  projectsBeforeWork,
  projectsAfterWork,
];

const SUPERVISION: readonly TemplateSource[] = [supervisionHotline];

/** A catalogue that ships, with its templates in the order of its items. */
export interface ShippedPack {
  readonly catalogue: Catalogue;
  /** Written when first asked for, since a village works with one pack; then always the same. */
  readonly templates: () => readonly Template[];
}

/** Every pack, the seed's first. */
export const shippedPacks: readonly ShippedPack[] = [
  pack(yimeiPovertyAlleviation, '', povertyAlleviationWords, PEOPLE_UNTIL_2020),
  pack(yimeiRuralRevitalisation, '2021.', ruralRevitalisationWords, PEOPLE_SINCE_2021),
  pack(yimeiRegularAssistance, '2026.', regularAssistanceWords, PEOPLE_SINCE_2021),
];

function pack(
  catalogue: Catalogue,
  idPrefix: string,
  vocabulary: Vocabulary,
  people: readonly TemplateSource[],
): ShippedPack {
  const to = {
    catalogue: catalogue.id,
    catalogueVersion: catalogue.version,
    idPrefix,
    vocabulary,
    elementNames: (item: string) => itemById(catalogue, item)?.elements.map(elementName) ?? [],
  };
  const sources = [...POLICY, ...people, ...FUNDS_AND_PROJECTS, ...SUPERVISION];
  let written: readonly Template[] | undefined;
  const templates = () => {
    written ??= sources.map((source) => writeTemplate(source, parts, to));
    return written;
  };
  return { catalogue, templates };
}
