/** Small models, trained here, that are asked by clients and by attackers. */
@NullMarked
package dev.countersign.benchmarks.fleet.model;

import org.jspecify.annotations.NullMarked;
