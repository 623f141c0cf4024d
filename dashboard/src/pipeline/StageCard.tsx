import { Anchor } from '@mantine/core';
import { BellIcon, CheckIcon, LockIcon } from '../look/icons';
import { RollingNumber } from './RollingNumber';
import classes from './StageCard.module.css';
import { grouped, type Fact, type Stage, type StageKey, type Today } from './stages';

/** The element that a link to a stage leads to. */
export function anchorOf(key: StageKey): string {
  return `stage-${key}`;
}

export function StageCard({ stage, step }: { stage: Stage; step: number }) {
  const titleId = `${anchorOf(stage.key)}-title`;
  return (
    <article
      id={anchorOf(stage.key)}
      className={classes.card}
      aria-labelledby={titleId}
      tabIndex={-1}
      data-step
      data-stage={stage.key}
      data-locked={stage.unlocked ? undefined : true}
      data-waiting={stage.unlocked && stage.waiting > 0 ? true : undefined}
    >
      <div className={classes.head}>
        <span className={classes.step} aria-hidden="true">
          {step}
        </span>
        <h2 id={titleId} className={classes.title}>
          {stage.title}
        </h2>
      </div>
      <div className={classes.figures}>
        <div className={classes.count} data-count={stage.count}>
          <RollingNumber value={stage.count} />
        </div>
        {stage.today !== null && <SinceMidnight today={stage.today} />}
      </div>
      <div className={classes.unit}>{stage.unit}</div>
      <dl className={classes.facts}>
        {stage.facts.map((fact) => (
          <FactRow key={fact.label} fact={fact} />
        ))}
      </dl>
      <div className={classes.foot}>
        <Foot stage={stage} />
      </div>
    </article>
  );
}

function SinceMidnight({ today }: { today: Today }) {
  const sentence = `${grouped(today.value)} ${today.verb} since midnight in ${today.zone}`;
  return (
    <div className={classes.today} title={sentence} data-today={today.value}>
      <span aria-hidden="true">
        +{grouped(today.value)}
        <br />
        {today.verb} today
      </span>
      <span className="only-heard">{sentence}</span>
    </div>
  );
}

function FactRow({ fact }: { fact: Fact }) {
  return (
    <div data-alarming={fact.alarming ? true : undefined}>
      <dt>{fact.label}</dt>
      <dd>{grouped(fact.value)}</dd>
    </div>
  );
}

function Foot({ stage }: { stage: Stage }) {
  if (!stage.unlocked) {
    return (
      <>
        <LockIcon />
        <span>
          {stage.reason}{' '}
          {stage.openedBy !== null && (
            <Anchor size="sm" href={`#${anchorOf(stage.openedBy.key)}`}>
              {stage.openedBy.invitation} →
            </Anchor>
          )}
        </span>
      </>
    );
  }
  return (
    <>
      {stage.waiting > 0 ? <BellIcon /> : <CheckIcon />}
      <span>{stage.state}</span>
    </>
  );
}
