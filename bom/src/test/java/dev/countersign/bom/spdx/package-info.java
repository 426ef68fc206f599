@NullMarked
package dev.countersign.bom.spdx;

import org.jspecify.annotations.NullMarked;
