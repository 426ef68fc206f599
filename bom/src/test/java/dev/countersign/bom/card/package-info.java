@NullMarked
package dev.countersign.bom.card;

import org.jspecify.annotations.NullMarked;
