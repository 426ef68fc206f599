@NullMarked
package dev.countersign.bom.licence;

import org.jspecify.annotations.NullMarked;
