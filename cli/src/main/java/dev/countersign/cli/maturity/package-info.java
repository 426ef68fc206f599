/** Maturity as text and as JSON. Read {@link dev.countersign.cli.maturity.MaturityText} first. */
@NullMarked
package dev.countersign.cli.maturity;

import org.jspecify.annotations.NullMarked;
