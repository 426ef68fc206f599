/** Tests of the package of the same name. */
@NullMarked
package dev.countersign.report.otm;

import org.jspecify.annotations.NullMarked;
