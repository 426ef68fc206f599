@NullMarked
package dev.countersign.bom.score;

import org.jspecify.annotations.NullMarked;
