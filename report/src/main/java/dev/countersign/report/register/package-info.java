/**
 * The register of threats as rows and columns, which the table formats write each in its own way.
 * Read {@link dev.countersign.report.register.Register} first.
 */
@NullMarked
package dev.countersign.report.register;

import org.jspecify.annotations.NullMarked;
