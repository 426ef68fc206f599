package dev.countersign.inspect.engine;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.Format;
import dev.countersign.inspect.Inspected;
import dev.countersign.inspect.policy.ArtefactPolicy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** Every format, and the policy that judges them. Immutable. */
public final class Engine {
  private final List<Format> formats;
  private final Map<String, List<Format>> byEnding = new HashMap<>();
  private final ArtefactPolicy policy;

  /**
   * These formats under a policy.
   *
   * @param formats in the order in which they are asked
   */
  public Engine(List<Format> formats, ArtefactPolicy policy) {
    this.formats = List.copyOf(formats);
    this.policy = policy;
    for (Format format : formats) {
      for (String ending : format.endings()) {
        byEnding.computeIfAbsent(ending, _ -> new ArrayList<>(2)).add(format);
      }
    }
  }

  /** Formats that are found on the class path. */
  public static Engine of(ArtefactPolicy policy) {
    List<Format> found =
        ServiceLoader.load(Format.class, Engine.class.getClassLoader()).stream()
            .map(ServiceLoader.Provider::get)
            .sorted(Comparator.comparing(Format::id))
            .toList();
    return new Engine(found, policy);
  }

  /** Every format, in the order in which they are asked. */
  public List<Format> formats() {
    return formats;
  }

  /** Those whose loaders go by this ending of a file's name. */
  List<Format> named(String ending) {
    return byEnding.getOrDefault(ending, List.of());
  }

  ArtefactPolicy policy() {
    return policy;
  }

  /** The ids of all formats, sorted. */
  public static List<String> ids() {
    return of(ArtefactPolicy.USUAL).formats().stream()
        .flatMap(format -> Stream.concat(Stream.of(format.id()), format.closer().stream()))
        .distinct()
        .sorted()
        .toList();
  }

  /**
   * Looks into an artefact and everything in it.
   *
   * @throws IOException if it cannot be read
   */
  public Inspected inspect(Artefact artefact) throws IOException {
    Found found = new Found(policy);
    new Look(this, found, new Budget(artefact.length()), "", 0).into(artefact);
    return found.inspected(artefact);
  }
}
