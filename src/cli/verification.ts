import type { Command } from 'commander';
import type { Attempt, Card, Rule, Verification } from '../store/records.ts';
import type { Store } from '../store/store.ts';
import { hashBizToken } from '../token/biz-token.ts';
import { addDataOptions, type DataOptions, withStore } from './open-store.ts';

type ShowOptions = DataOptions & { readonly json?: boolean };

async function find(store: Store, tokenOrSeq: string): Promise<Verification> {
  const byToken = await store.verifications.byTokenHash(hashBizToken(tokenOrSeq.toUpperCase()));
  if (byToken && 'erased' in byToken) throw new Error(`${tokenOrSeq} is erased (${byToken.how})`);
  if (byToken) return byToken;
  const part =
    (await store.attempts.bySeq(tokenOrSeq.toLowerCase())) ??
    (await store.cards.byRequestId(tokenOrSeq.toLowerCase()));
  const verification = part && (await store.verifications.byId(part.verificationId));
  if (!verification) throw new Error(`no BizToken, no Seq and no RequestId of a card ${tokenOrSeq}`);
  return verification;
}

function described(attempt: Attempt) {
  const { seq, stage, errorCode, livenessCode, compareCode, similarity, claims } = attempt;
  const judged = attempt.judgement === null ? {} : JSON.parse(attempt.judgement);
  const times = {
    started: new Date(attempt.startedAtMs).toISOString(),
    judged: attempt.judgedAtMs === null ? null : new Date(attempt.judgedAtMs).toISOString(),
  };
  const { appliedSecurityLevel, downgradeReason, challenge, shown, givenUpFor } = attempt;
  const chunks = attempt.chunks.map(({ bytes, atMs }) => ({ bytes, afterMs: atMs - attempt.startedAtMs }));
  const asked = { challenge: challenge && { ...challenge, shown }, chunks, givenUpFor };
  const codes = { errorCode, livenessCode, compareCode, similarity };
  return {
    seq,
    stage,
    ...codes,
    appliedSecurityLevel,
    downgradeReason,
    ...times,
    claims,
    ...asked,
    ...judged,
  };
}

/** What was decided on a card; what stands on it is not in it. */
function describedCard({ requestId, stage, type, isPass, stoppedFor, submittedAtMs, judgement }: Card) {
  const submitted = submittedAtMs === null ? null : new Date(submittedAtMs).toISOString();
  const explained = judgement === null ? {} : JSON.parse(judgement);
  return { requestId, stage, type, isPass, stoppedFor, submitted, ...explained };
}

/** What the operator may see of a verification; what the merchant and the customer gave is not in it. */
function report(
  verification: Verification,
  rule: Rule | null,
  attempts: readonly Attempt[],
  cards: readonly Card[],
) {
  const { id, stage, finalCode, plan, warnings, consent, onHold } = verification;
  const times = {
    issued: new Date(verification.issuedAtMs).toISOString(),
    erasedAfter: new Date(verification.readableUntilMs).toISOString(),
  };
  return {
    id,
    stage,
    finalCode,
    ...times,
    onHold,
    consent: consent && { ...consent, at: new Date(consent.atMs).toISOString() },
    rule: rule && { ruleId: rule.id, name: rule.name, revision: rule.revision },
    warnings,
    plan,
    cards: cards.filter(({ submittedAtMs }) => submittedAtMs !== null).map(describedCard),
    attempts: attempts.map(described),
  };
}

function readableCard(card: ReturnType<typeof describedCard>): readonly string[] {
  const { requestId, stage, type, isPass, stoppedFor } = card;
  const why = stoppedFor
    ? `  for ${[stoppedFor.problem, ...stoppedFor.warnings].filter(Boolean).join(', ')}`
    : '';
  const lines = [`  card ${requestId}  ${type ?? 'unknown'}  ${stage}  pass ${isPass ?? '-'}${why}`];
  for (const { code, score, listFrom, stopFrom } of card.warnings ?? []) {
    lines.push(`    warning ${code}: ${score} (told from ${listFrom}, stops from ${stopFrom})`);
  }
  for (const { kind, field, text } of card.reasons ?? []) lines.push(`    ${kind} ${field}: ${text}`);
  return lines;
}

function readableConsent(consent: ReturnType<typeof report>['consent']): readonly string[] {
  if (!consent) return [];
  const { of, version, language, at, text } = consent;
  const whose = of === 'rule' ? 'the rule’s text' : 'our text';
  const told = text === '' ? ['(the text was not stored in those days)'] : text.split('\n');
  return [
    `  agreed ${at} to ${whose}, version ${version}, ${language}:`,
    ...told.filter((line) => line !== '').map((line) => `    ${line}`),
  ];
}

function readable(answer: ReturnType<typeof report>): string {
  const lines = [
    `verification ${answer.id}  ${answer.stage}  code ${answer.finalCode ?? '-'}  issued ${answer.issued}`,
  ];
  for (const warning of answer.warnings) lines.push(`  reference photo: ${warning}`);
  if (answer.rule) lines.push(`  rule ${answer.rule.ruleId}  ${answer.rule.name}`);
  lines.push(...readableConsent(answer.consent));
  lines.push(...answer.cards.flatMap(readableCard));
  for (const attempt of answer.attempts) {
    const { seq, stage, errorCode, similarity } = attempt;
    lines.push(`  attempt ${seq}  ${stage}  code ${errorCode ?? '-'}  similarity ${similarity ?? '-'}`);
    for (const { id, text, score, threshold, refuses } of attempt.reasons ?? []) {
      const figures = score === null ? '' : ` (${Number(score.toPrecision(4))} against ${threshold ?? '-'})`;
      lines.push(`    ${refuses ? 'refused' : 'noted  '} ${id}: ${text}${figures}`);
    }
  }
  return lines.join('\n');
}

async function show(tokenOrSeq: string, options: ShowOptions): Promise<void> {
  await withStore(options, async (store) => {
    const verification = await find(store, tokenOrSeq);
    const { id, ruleRevision } = verification;
    const rule = ruleRevision === null ? null : await store.rules.byRevision(ruleRevision);
    const answer = report(verification, rule, await store.attempts.of(id), await store.cards.of(id));
    process.stdout.write(`${options.json ? JSON.stringify(answer) : readable(answer)}\n`);
  });
}

/** What was done: an object for programs on stdout, a sentence for people on stderr. */
function tell(isJson: boolean | undefined, done: Readonly<Record<string, unknown>>, text: string): void {
  if (isJson) process.stdout.write(`${JSON.stringify(done)}\n`);
  else process.stderr.write(`${text}\n`);
}

async function erase(tokenOrSeq: string, options: ShowOptions): Promise<void> {
  await withStore(options, async (store, config) => {
    const { id } = await find(store, tokenOrSeq);
    const forgetAtMs = Date.now() + config.rememberErasedDays * 86_400_000;
    await store.verifications.erase(id, 'operator', forgetAtMs);
    await store.audit.append('verification.erased', { verification: id, how: 'operator' });
    const text = `verification ${id} is erased: its key is destroyed and its media are gone`;
    tell(options.json, { id, erased: true }, text);
  });
}

async function hold(
  tokenOrSeq: string,
  options: ShowOptions & { readonly release?: boolean },
): Promise<void> {
  await withStore(options, async (store) => {
    const { id } = await find(store, tokenOrSeq);
    const onHold = options.release !== true;
    await store.verifications.amend(id, { onHold });
    await store.audit.append(onHold ? 'verification.held' : 'verification.released', { verification: id });
    const text = onHold ? 'is on hold: kept, and answered to nobody' : 'is released: erased when it is due';
    tell(options.json, { id, onHold }, `verification ${id} ${text}`);
  });
}

/** `show TOKEN|SEQ`, `hold TOKEN` and `erase TOKEN`. */
export function addVerificationCommands(root: Command): void {
  addDataOptions(root.command('show'))
    .argument('<token-or-seq>', 'a BizToken, the Seq of an attempt, or the RequestId of a card')
    .description('what was decided and why: cards, attempts, codes, reasons, scores, thresholds')
    .option('--json', 'one JSON object')
    .addHelpText('after', '\nExample: selfsame show 5D1C0F0A-3C1B-4B3E-9C7E-0C6C9F3A2B11 --json')
    .action(show);
  addDataOptions(root.command('hold'))
    .argument('<token-or-seq>')
    .description('keep a verification beyond its time, answered to nobody, until it is released or erased')
    .option('--release', 'end the hold')
    .option('--json', 'one JSON object')
    .addHelpText('after', '\nExample: selfsame hold 5D1C0F0A-3C1B-4B3E-9C7E-0C6C9F3A2B11')
    .action(hold);
  addDataOptions(root.command('erase'))
    .argument('<token-or-seq>')
    .description('destroy the key of a verification and everything sealed under it, now')
    .option('--json', 'one JSON object')
    .addHelpText('after', '\nExample: selfsame erase 5D1C0F0A-3C1B-4B3E-9C7E-0C6C9F3A2B11')
    .action(erase);
}
