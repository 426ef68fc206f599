package dev.countersign.benchmarks.fleet.prompt;

import java.util.random.RandomGenerator;

/**
 * Sentences with choices: of {@code [one|two|three]} one is taken at random. Choices do not nest.
 */
final class Wording {
  private Wording() {}

  static String of(String template, RandomGenerator random) {
    StringBuilder text = new StringBuilder();
    int from = 0;
    for (int open = template.indexOf('['); open >= 0; open = template.indexOf('[', from)) {
      int close = template.indexOf(']', open);
      String[] choices = template.substring(open + 1, close).split("\\|", -1);
      text.append(template, from, open).append(choices[random.nextInt(choices.length)]);
      from = close + 1;
    }
    return text.append(template, from, template.length()).toString();
  }
}
