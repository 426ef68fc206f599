/**
 * YAML with a place on everything, for every file that Countersign reads. Read {@link
 * dev.countersign.model.yaml.YamlFile} first, then {@link dev.countersign.model.yaml.MapReader}.
 *
 * <p>Files are hostile until proven otherwise: size, depth, nodes and aliases are bounded, tags and
 * repeated keys are refused, and whatever is wrong becomes a {@link dev.countersign.model.Problem}
 * with a place, never an exception.
 */
@NullMarked
package dev.countersign.model.yaml;

import org.jspecify.annotations.NullMarked;
