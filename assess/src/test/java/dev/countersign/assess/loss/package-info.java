@NullMarked
package dev.countersign.assess.loss;

import org.jspecify.annotations.NullMarked;
