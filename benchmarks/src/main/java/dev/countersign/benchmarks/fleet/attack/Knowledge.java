package dev.countersign.benchmarks.fleet.attack;

import dev.countersign.benchmarks.fleet.data.FeatureSpace;
import dev.countersign.benchmarks.fleet.data.Rows;
import java.util.Optional;

/**
 * What an attacker has before the first question.
 *
 * @param space what is public about the interface
 * @param classes how many there are
 * @param own rows of the distribution that the model was not trained on
 * @param members rows that it was trained on: an attacker on membership has such among others, and
 *     does not know which they are
 * @param foreign rows of another distribution, where there are any
 */
public record Knowledge(
    FeatureSpace space, int classes, Rows own, Rows members, Optional<Rows> foreign) {}
