// Generated from schemas/ by linter/tools/generate.ts. Do not edit.

import type { Localised } from '../model/message.ts';
import type { Field, SchemaName } from './field.ts';

export const fields: Record<SchemaName, readonly Field[]>;
export const schemaTitles: Record<SchemaName, { title: Localised; description: Localised }>;
export const patternForms: Record<string, Localised>;
