package dev.countersign.guard.output.policy;

import dev.countersign.guard.profile.UnusableProfile;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the output gate decides by.
 *
 * @param destinations what is said of each; the others are as {@code usual} says
 * @param usual for destinations of which nothing is said
 * @param canaries words that stand in prompts only to be seen when they leak; eight letters or
 *     digits each, or more
 */
public record OutputPolicy(
    Map<Destination, DestinationPolicy> destinations,
    DestinationPolicy usual,
    List<String> canaries) {
  public OutputPolicy {
    destinations = Map.copyOf(destinations);
    canaries = List.copyOf(canaries);
  }

  /** The policy where there is none. */
  public static OutputPolicy standard() {
    return new OutputPolicy(Map.of(), DestinationPolicy.usual(), List.of());
  }

  /**
   * The policy that a profile holds as its settings.
   *
   * @throws UnusableProfile if something in it is not known to this version
   */
  public static OutputPolicy read(ObjectNode settings) throws UnusableProfile {
    return PolicyJson.read(settings);
  }

  /** As the settings of a profile. */
  public ObjectNode toJson() {
    return PolicyJson.write(this);
  }

  /** What holds for a destination. */
  public DestinationPolicy of(Destination destination) {
    return destinations.getOrDefault(destination, usual);
  }

  /** The same with something else for one destination. */
  public OutputPolicy with(Destination destination, DestinationPolicy policy) {
    Map<Destination, DestinationPolicy> changed = new EnumMap<>(Destination.class);
    changed.putAll(destinations);
    changed.put(destination, policy);
    return new OutputPolicy(changed, usual, canaries);
  }
}
