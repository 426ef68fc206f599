/** From templates to HTML. Templates are in {@code src/main/jte}. */
@NullMarked
package dev.countersign.report.html;

import org.jspecify.annotations.NullMarked;
