/** Tests of signing off. */
@NullMarked
package dev.countersign.cli.signoff;

import org.jspecify.annotations.NullMarked;
