package dev.countersign.cli.discover;

import dev.countersign.discover.Detail;
import dev.countersign.discover.component.Component;
import java.util.ArrayList;
import java.util.List;

/** What is said of a component besides its name, in a few words. */
final class Saying {
  private Saying() {}

  static String of(Component component) {
    List<String> words = new ArrayList<>();
    switch (component.kind()) {
      case HOSTED_MODEL -> details(component, words, Detail.SUPPLIER, Detail.TASK, Detail.UPDATES);
      case HUB_MODEL ->
          details(component, words, Detail.TASK, Detail.SUPPLIER, Detail.LOADER, Detail.UPDATES);
      case MODEL_FILE -> details(component, words, Detail.FORMAT, Detail.TASK, Detail.LOADER);
      case TRAINING, NOTEBOOK -> details(component, words, Detail.PRODUCT);
      case SERVER -> runs(component, words);
      case AGENT -> made(component, words);
      case TOOL -> details(component, words, Detail.EFFECT, Detail.SUPPLIER);
      case MCP_SERVER ->
          details(
              component, words, Detail.ORIGIN, Detail.SUPPLIER, Detail.TRANSPORT, Detail.UPDATES);
      case DATASET -> dataset(component, words);
      case LIBRARY -> details(component, words, Detail.KIND);
      case MEMORY -> details(component, words, Detail.SCOPE);
      case HOSTED_SERVICE, PROMPT, CODING_AGENT, VECTOR_STORE, PLATFORM -> {}
    }
    return String.join(", ", words);
  }

  private static void details(Component component, List<String> words, Detail... details) {
    for (Detail detail : details) {
      component
          .detail(detail)
          .filter(word -> !word.equals(component.name()) && !words.contains(word))
          .ifPresent(words::add);
    }
  }

  private static void runs(Component component, List<String> words) {
    component.detail(Detail.RUNS).ifPresent(model -> words.add("runs " + model));
  }

  private static void made(Component component, List<String> words) {
    component
        .detail(Detail.PRODUCT)
        .filter(call -> !call.endsWith(component.name()))
        .ifPresent(call -> words.add("made by " + call));
  }

  private static void dataset(Component component, List<String> words) {
    component.detail(Detail.COUNT).ifPresent(count -> words.add(count + " files"));
    details(component, words, Detail.SUPPLIER);
  }
}
