package dev.countersign.cli.ask;

import dev.countersign.assess.Checked;
import dev.countersign.assess.next.QuestionGroup;
import dev.countersign.derive.FactRef;
import dev.countersign.derive.Question;
import dev.countersign.model.SystemModel;
import dev.countersign.model.edit.ModelEdit;
import dev.countersign.model.edit.YamlValue;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * How far an interview has come. Going back is taking the turn before.
 *
 * @param edit the system with the answers
 * @param checked what follows from it
 * @param skipped facts that are not asked for again
 * @param split questions that are asked about each element by itself, by their wording
 * @param answered how many questions were answered
 */
record Turn(
    ModelEdit edit, Checked checked, Set<FactRef> skipped, Set<String> split, int answered) {
  Turn {
    skipped = Set.copyOf(skipped);
    split = Set.copyOf(split);
  }

  static Turn first(Checked checked) {
    ModelEdit edit = ModelEdit.of(checked.assessment().system());
    return new Turn(edit, checked, Set.of(), Set.of(), 0);
  }

  /** The question that decides most among those that were not skipped and can be answered. */
  Optional<Asked> next() {
    return asked().filter(Asked::answerable).findFirst();
  }

  /** The questions that cannot be answered before something is declared. */
  List<Asked> waiting() {
    return asked().filter(asked -> !asked.answerable()).toList();
  }

  private Stream<Asked> asked() {
    return QuestionGroup.of(checked.assessment()).stream()
        .flatMap(group -> open(group).stream())
        .sorted(Comparator.comparingInt((QuestionGroup it) -> it.threats().size()).reversed())
        .flatMap(group -> Asked.of(group, edit.model()).stream());
  }

  private Optional<QuestionGroup> open(QuestionGroup group) {
    List<Question> left =
        group.questions().stream()
            .filter(question -> edit.takes(question.fact().element()))
            .filter(question -> !skipped.contains(question.fact()))
            .limit(split.contains(group.wording()) ? 1 : Long.MAX_VALUE)
            .toList();
    return left.isEmpty()
        ? Optional.empty()
        : Optional.of(new QuestionGroup(left, group.wording()));
  }

  Turn skipping(Asked asked) {
    Set<FactRef> more = new HashSet<>(skipped);
    asked.group().questions().forEach(question -> more.add(question.fact()));
    return new Turn(edit, checked, more, split, answered);
  }

  Turn splitting(Asked asked) {
    Set<String> more = new HashSet<>(split);
    more.add(asked.group().wording());
    return new Turn(edit, checked, skipped, more, answered);
  }

  /**
   * Gives every element of a question the same answer and judges anew.
   *
   * @param refused takes why the answer cannot stand and what to do, where it cannot
   */
  Optional<Turn> answering(
      Asked asked,
      YamlValue value,
      Function<SystemModel, Checked> judge,
      BiConsumer<String, String> refused) {
    ModelEdit changed = edit;
    for (Question question : asked.group().questions()) {
      FactRef fact = question.fact();
      switch (changed.fact(fact.element(), fact.key(), value)) {
        case ModelEdit.Done done -> changed = done.edit();
        case ModelEdit.Refused no -> {
          refused.accept(no.why(), no.next());
          return Optional.empty();
        }
      }
    }
    return Optional.of(
        new Turn(changed, judge.apply(changed.model()), skipped, split, answered + 1));
  }
}
