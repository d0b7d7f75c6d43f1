import { seedCalendar } from '../../calendar/index.ts';
import { DeadlineLine } from '../components/deadline-line.tsx';
import { ExemptionHistory } from '../components/exemption-history.tsx';
import { ExemptionLines } from '../components/exemption-lines.tsx';
import InstallHint from '../components/install-hint.tsx';
import { ObjectionCard } from '../components/objection-card.tsx';
import { PeopleTroubleNote } from '../components/people-trouble.tsx';
import { PersonCard } from '../components/person-card.tsx';
import { PostingCard } from '../components/posting-card.tsx';
import { ProofList } from '../components/proof-list.tsx';
import { SheetCheckCard } from '../components/sheet-check-card.tsx';
import TourCards from '../components/tour-cards.tsx';
import {
  deadlines,
  declared,
  objections,
  people,
  postings,
  proofs,
  TODAY,
} from './draft-samples.ts';
import { Part } from './part.tsx';
import { session } from './samples.ts';

const nothing = () => undefined;
const SETTINGS = { onePersonMayPublish: false };

/** What follows a publication: its time limit, its sheets and their proof, what people said of it. */
export function PublicParts() {
  const [village] = session.villages;
  const [posting] = objections;
  if (!village || !posting) return null;
  return (
    <>
      <Part title="Time limits">
        {deadlines.map((deadline) => (
          <DeadlineLine
            key={deadline.day}
            deadline={deadline}
            today={TODAY}
            calendar={seedCalendar}
          />
        ))}
      </Part>
      <Part title="Postings">
        <ul className="look-stack">
          {postings.map((one) => (
            <PostingCard
              key={one.id}
              posting={one}
              village={village.code}
              notice={posting.notice}
              revisions={2}
              onTakeDown={nothing}
            />
          ))}
        </ul>
      </Part>
      <Part title="Proof">
        <ProofList events={proofs} village={village.code} />
      </Part>
      <Part title="Objections">
        {objections.map((stored, index) => (
          <ObjectionCard
            key={stored.code}
            stored={stored}
            session={session}
            settings={SETTINGS}
            isUnsent={index === 0}
          />
        ))}
      </Part>
      <Part title="Sheets checked">
        <SheetCheckCard check={{ code: { kind: 'elsewhere', host: 'example.invalid' } }} />
        <SheetCheckCard check={{ code: { kind: 'other', text: '不是公示的二维码' } }} />
      </Part>
      <Part title="Does not apply">
        <ExemptionLines declared={declared} />
        <ExemptionHistory steps={[declared, { kind: 'end', by: declared.by }]} />
      </Part>
      <Part title="People">
        {people.map((person, index) => (
          <PersonCard
            key={person.id}
            person={person}
            isOneself={index === 0}
            isWorking={false}
            onInvite={nothing}
            onRemove={nothing}
          />
        ))}
        <PeopleTroubleNote trouble="offline" />
      </Part>
      <Part title="Beginning">
        <TourCards kind="village" onEnd={nothing} />
        <InstallHint />
      </Part>
    </>
  );
}
