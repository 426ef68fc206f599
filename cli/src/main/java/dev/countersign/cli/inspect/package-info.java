/** What was found in model artefacts, for people and for machines. */
@NullMarked
package dev.countersign.cli.inspect;

import org.jspecify.annotations.NullMarked;
