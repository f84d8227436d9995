// Generated from linter/rules/ by linter/tools/generate.ts. Do not edit.
import alignmentDimensions from './alignment/dimensions.ts';
import alignmentGoal from './alignment/goal.ts';
import alignmentNeeds from './alignment/needs.ts';
import alignmentPersonalData from './alignment/personal-data.ts';
import alignmentPositioning from './alignment/positioning.ts';
import alignmentPromise from './alignment/promise.ts';
import alignmentResourced from './alignment/resourced.ts';
import alignmentSegmentPartition from './alignment/segment-partition.ts';
import alignmentSegmentStrategy from './alignment/segment-strategy.ts';
import authorityFrontlineGrant from './authority/frontline-grant.ts';
import authorityInitiative from './authority/initiative.ts';
import authorityLadder from './authority/ladder.ts';
import authorityLayers from './authority/layers.ts';
import authorityLimit from './authority/limit.ts';
import authoritySopAgrees from './authority/sop-agrees.ts';
import authorityTrained from './authority/trained.ts';
import awarenessAllUnits from './awareness/all-units.ts';
import awarenessInternalService from './awareness/internal-service.ts';
import awarenessStandardKnown from './awareness/standard-known.ts';
import documentsFindable from './documents/findable.ts';
import documentsMetadata from './documents/metadata.ts';
import documentsRetrain from './documents/retrain.ts';
import documentsReviewDue from './documents/review-due.ts';
import documentsReviewSoon from './documents/review-soon.ts';
import documentsSuperseded from './documents/superseded.ts';
import documentsTranslation from './documents/translation.ts';
import flowComplexity from './flow/complexity.ts';
import flowFlex from './flow/flex.ts';
import flowHumanFallback from './flow/human-fallback.ts';
import flowLanes from './flow/lanes.ts';
import flowOnTime from './flow/on-time.ts';
import flowRecovery from './flow/recovery.ts';
import flowSound from './flow/sound.ts';
import flowStepInstruction from './flow/step-instruction.ts';
import flowStepMeasured from './flow/step-measured.ts';
import flowValue from './flow/value.ts';
import inspectionCloses from './inspection/closes.ts';
import inspectionCovered from './inspection/covered.ts';
import loopsClosed from './loops/closed.ts';
import loopsComplaint from './loops/complaint.ts';
import loopsGap from './loops/gap.ts';
import loopsImprovement from './loops/improvement.ts';
import loopsMix from './loops/mix.ts';
import loopsQualityCycle from './loops/quality-cycle.ts';
import loopsTouchpoint from './loops/touchpoint.ts';
import metricsBalanced from './metrics/balanced.ts';
import metricsDefinition from './metrics/definition.ts';
import metricsMissedNoAction from './metrics/missed-no-action.ts';
import metricsObservations from './metrics/observations.ts';
import metricsSpread from './metrics/spread.ts';
import metricsStaleData from './metrics/stale-data.ts';
import metricsTarget from './metrics/target.ts';
import ownershipHandoff from './ownership/handoff.ts';
import ownershipOrphan from './ownership/orphan.ts';
import ownershipOwner from './ownership/owner.ts';
import ownershipStepRole from './ownership/step-role.ts';
import peopleCare from './people/care.ts';
import peopleCoverage from './people/coverage.ts';
import peopleCulture from './people/culture.ts';
import peopleIncentive from './people/incentive.ts';
import peopleTiers from './people/tiers.ts';
import peopleTrainingQuality from './people/training-quality.ts';
import peopleWeights from './people/weights.ts';
import referencesCircle from './references/circle.ts';
import referencesConflict from './references/conflict.ts';
import referencesId from './references/id.ts';
import referencesResolves from './references/resolves.ts';
import wordingActor from './wording/actor.ts';
import wordingEncoding from './wording/encoding.ts';
import wordingModal from './wording/modal.ts';
import wordingSections from './wording/sections.ts';
import wordingSlogan from './wording/slogan.ts';
import wordingTerm from './wording/term.ts';
import wordingVagueDegree from './wording/vague-degree.ts';
import wordingVagueFrequency from './wording/vague-frequency.ts';
import wordingVagueTime from './wording/vague-time.ts';
import type { RegisteredRule } from './rule.ts';

export const registry: readonly RegisteredRule[] = [
  { id: 'alignment/dimensions', rule: alignmentDimensions },
  { id: 'alignment/goal', rule: alignmentGoal },
  { id: 'alignment/needs', rule: alignmentNeeds },
  { id: 'alignment/personal-data', rule: alignmentPersonalData },
  { id: 'alignment/positioning', rule: alignmentPositioning },
  { id: 'alignment/promise', rule: alignmentPromise },
  { id: 'alignment/resourced', rule: alignmentResourced },
  { id: 'alignment/segment-partition', rule: alignmentSegmentPartition },
  { id: 'alignment/segment-strategy', rule: alignmentSegmentStrategy },
  { id: 'authority/frontline-grant', rule: authorityFrontlineGrant },
  { id: 'authority/initiative', rule: authorityInitiative },
  { id: 'authority/ladder', rule: authorityLadder },
  { id: 'authority/layers', rule: authorityLayers },
  { id: 'authority/limit', rule: authorityLimit },
  { id: 'authority/sop-agrees', rule: authoritySopAgrees },
  { id: 'authority/trained', rule: authorityTrained },
  { id: 'awareness/all-units', rule: awarenessAllUnits },
  { id: 'awareness/internal-service', rule: awarenessInternalService },
  { id: 'awareness/standard-known', rule: awarenessStandardKnown },
  { id: 'documents/findable', rule: documentsFindable },
  { id: 'documents/metadata', rule: documentsMetadata },
  { id: 'documents/retrain', rule: documentsRetrain },
  { id: 'documents/review-due', rule: documentsReviewDue },
  { id: 'documents/review-soon', rule: documentsReviewSoon },
  { id: 'documents/superseded', rule: documentsSuperseded },
  { id: 'documents/translation', rule: documentsTranslation },
  { id: 'flow/complexity', rule: flowComplexity },
  { id: 'flow/flex', rule: flowFlex },
  { id: 'flow/human-fallback', rule: flowHumanFallback },
  { id: 'flow/lanes', rule: flowLanes },
  { id: 'flow/on-time', rule: flowOnTime },
  { id: 'flow/recovery', rule: flowRecovery },
  { id: 'flow/sound', rule: flowSound },
  { id: 'flow/step-instruction', rule: flowStepInstruction },
  { id: 'flow/step-measured', rule: flowStepMeasured },
  { id: 'flow/value', rule: flowValue },
  { id: 'inspection/closes', rule: inspectionCloses },
  { id: 'inspection/covered', rule: inspectionCovered },
  { id: 'loops/closed', rule: loopsClosed },
  { id: 'loops/complaint', rule: loopsComplaint },
  { id: 'loops/gap', rule: loopsGap },
  { id: 'loops/improvement', rule: loopsImprovement },
  { id: 'loops/mix', rule: loopsMix },
  { id: 'loops/quality-cycle', rule: loopsQualityCycle },
  { id: 'loops/touchpoint', rule: loopsTouchpoint },
  { id: 'metrics/balanced', rule: metricsBalanced },
  { id: 'metrics/definition', rule: metricsDefinition },
  { id: 'metrics/missed-no-action', rule: metricsMissedNoAction },
  { id: 'metrics/observations', rule: metricsObservations },
  { id: 'metrics/spread', rule: metricsSpread },
  { id: 'metrics/stale-data', rule: metricsStaleData },
  { id: 'metrics/target', rule: metricsTarget },
  { id: 'ownership/handoff', rule: ownershipHandoff },
  { id: 'ownership/orphan', rule: ownershipOrphan },
  { id: 'ownership/owner', rule: ownershipOwner },
  { id: 'ownership/step-role', rule: ownershipStepRole },
  { id: 'people/care', rule: peopleCare },
  { id: 'people/coverage', rule: peopleCoverage },
  { id: 'people/culture', rule: peopleCulture },
  { id: 'people/incentive', rule: peopleIncentive },
  { id: 'people/tiers', rule: peopleTiers },
  { id: 'people/training-quality', rule: peopleTrainingQuality },
  { id: 'people/weights', rule: peopleWeights },
  { id: 'references/circle', rule: referencesCircle },
  { id: 'references/conflict', rule: referencesConflict },
  { id: 'references/id', rule: referencesId },
  { id: 'references/resolves', rule: referencesResolves },
  { id: 'wording/actor', rule: wordingActor },
  { id: 'wording/encoding', rule: wordingEncoding },
  { id: 'wording/modal', rule: wordingModal },
  { id: 'wording/sections', rule: wordingSections },
  { id: 'wording/slogan', rule: wordingSlogan },
  { id: 'wording/term', rule: wordingTerm },
  { id: 'wording/vague-degree', rule: wordingVagueDegree },
  { id: 'wording/vague-frequency', rule: wordingVagueFrequency },
  { id: 'wording/vague-time', rule: wordingVagueTime },
];
