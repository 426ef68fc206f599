/**
 * The same passage arriving through many clients or documents, above all one that gates flag: an
 * injected instruction that is being spread. Begin with {@link
 * dev.countersign.watch.campaign.Campaign}; {@code docs/watch-campaign.md} says what it sees and
 * what not.
 */
@NullMarked
package dev.countersign.watch.campaign;

import org.jspecify.annotations.NullMarked;
