/**
 * Rule packs: families as YAML with triggers in CEL, checked and compiled when Countersign is built
 * (or when an organisation's own pack is loaded), so that a verdict needs no parser. Read {@link
 * dev.countersign.knowledge.rules.RulePack} first.
 */
@NullMarked
package dev.countersign.knowledge.rules;

import org.jspecify.annotations.NullMarked;
