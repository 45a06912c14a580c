package org.bellbuoy.server.sigma;

/** Names of fields as one kind of record has them. */
@FunctionalInterface
interface FieldNames {
  /** The field of that name. */
  SigmaField field(String name) throws SigmaRuleException;
}
