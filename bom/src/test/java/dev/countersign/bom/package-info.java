@NullMarked
package dev.countersign.bom;

import org.jspecify.annotations.NullMarked;
