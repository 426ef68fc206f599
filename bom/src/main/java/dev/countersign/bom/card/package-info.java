/**
 * What lies beside weights as model hubs publish them: the card and the configuration. Read {@link
 * dev.countersign.bom.card.HubFolder} first.
 */
@NullMarked
package dev.countersign.bom.card;

import org.jspecify.annotations.NullMarked;
