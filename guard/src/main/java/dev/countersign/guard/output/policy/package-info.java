/** What an output policy says of each destination, as the settings of a profile. */
@NullMarked
package dev.countersign.guard.output.policy;

import org.jspecify.annotations.NullMarked;
