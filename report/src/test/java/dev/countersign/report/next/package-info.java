/** Tests of the package of the same name. */
@NullMarked
package dev.countersign.report.next;

import org.jspecify.annotations.NullMarked;
