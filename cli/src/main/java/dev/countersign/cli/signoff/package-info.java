/**
 * What a person sees before they sign a threat model, and the file that their signature goes to.
 * Read {@link dev.countersign.cli.signoff.SignOffPage} first.
 */
@NullMarked
package dev.countersign.cli.signoff;

import org.jspecify.annotations.NullMarked;
