/** Values and languages: JSON, SQL, shell, paths, templates, logs, terminals, cells, numbers. */
@NullMarked
package dev.countersign.guard.output.value;

import org.jspecify.annotations.NullMarked;
