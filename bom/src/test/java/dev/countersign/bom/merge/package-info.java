@NullMarked
package dev.countersign.bom.merge;

import org.jspecify.annotations.NullMarked;
