/**
 * What tools return, as leaves with paths. {@link dev.countersign.guard.tool.structure.Leaves} is
 * where to start: it reads JSON, the literals that Python prints, block YAML as PyYAML writes it,
 * and lines of {@code key: value}; everything else is one text.
 */
@NullMarked
package dev.countersign.guard.tool.structure;

import org.jspecify.annotations.NullMarked;
