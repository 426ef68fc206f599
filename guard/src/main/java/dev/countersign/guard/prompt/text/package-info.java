/**
 * What a text says once its disguises are off: {@link dev.countersign.guard.prompt.text.Normaliser}
 * folds characters that look or sound alike, takes out those that nobody sees, decodes what is
 * encoded, and says of everything where it stood.
 */
@NullMarked
package dev.countersign.guard.prompt.text;

import org.jspecify.annotations.NullMarked;
