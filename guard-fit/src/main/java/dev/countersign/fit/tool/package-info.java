/**
 * Policies of tool gates: read from YAML with CEL, drafted from a system model, tried on recorded
 * runs.
 */
@NullMarked
package dev.countersign.fit.tool;

import org.jspecify.annotations.NullMarked;
