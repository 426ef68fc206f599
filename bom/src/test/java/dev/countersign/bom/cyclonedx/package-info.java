@NullMarked
package dev.countersign.bom.cyclonedx;

import org.jspecify.annotations.NullMarked;
