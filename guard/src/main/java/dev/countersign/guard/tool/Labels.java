package dev.countersign.guard.tool;

import dev.countersign.guard.tool.label.Sensitivity;
import dev.countersign.guard.tool.label.Source;
import dev.countersign.guard.tool.label.Trust;
import dev.countersign.guard.tool.policy.GuessedFields;
import dev.countersign.guard.tool.policy.Matching;
import dev.countersign.guard.tool.policy.ResultRule;
import dev.countersign.guard.tool.structure.Leaf;
import dev.countersign.guard.tool.trace.Piece;
import dev.countersign.guard.tool.trace.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Labels the leaves of one result. */
final class Labels {
  /** A value of more tokens could ask for something. */
  private static final int VALUE_TOKENS = 8;

  private final String tool;
  private final ResultRule rule;
  private final Trust most;
  private final Map<Integer, Trust> writers = new HashMap<>();

  Labels(String tool, ResultRule rule, List<Leaf> leaves, Trust most) {
    this.tool = tool;
    this.rule = rule;
    this.most = most;
    rule.writer().ifPresent(writer -> writers(writer, leaves));
  }

  private void writers(ResultRule.Writer writer, List<Leaf> leaves) {
    for (Leaf leaf : leaves) {
      if (leaf.structured() && leaf.field().equals(writer.field())) {
        writer.by().entrySet().stream()
            .filter(entry -> Matching.matches(entry.getKey(), leaf.text().strip()))
            .map(Map.Entry::getValue)
            .min(Trust::compareTo)
            .ifPresent(trust -> writers.merge(leaf.record(), trust, Trust::and));
      }
    }
  }

  /** The pieces that a leaf is: itself, and what running text says of credentials. */
  List<Piece> pieces(Leaf leaf, int record, int order) {
    List<String> tokens = Tokens.of(leaf.text());
    boolean others = writtenByOthers(leaf).isPresent();
    boolean loose = !leaf.structured() && rule.trust().below(Trust.PARTNER);
    boolean prose =
        others || loose || tokens.size() > VALUE_TOKENS || leaf.text().indexOf('\n') >= 0;
    Source source = Source.tool(tool, leaf.shown());
    Trust trust = trust(leaf, prose).and(most);
    List<Piece> pieces = new ArrayList<>(1);
    pieces.add(new Piece(order, source, trust, sensitivity(leaf, prose), prose, record, tokens));
    if (prose) {
      for (String secret : Secrets.in(leaf.text())) {
        pieces.add(
            new Piece(
                order + pieces.size(),
                source,
                trust,
                Sensitivity.SECRET,
                false,
                record,
                Tokens.of(secret)));
      }
    }
    return pieces;
  }

  private Trust trust(Leaf leaf, boolean prose) {
    Trust writer = writers.get(leaf.record());
    if (writer != null) {
      return writer;
    }
    Trust base = prose ? rule.text() : rule.trust();
    return writtenByOthers(leaf).orElse(base);
  }

  private Optional<Trust> writtenByOthers(Leaf leaf) {
    for (int i = leaf.path().size() - 1; i >= 0; i--) {
      Trust trust = rule.fields().get(leaf.path().get(i).toLowerCase(Locale.ROOT));
      if (trust != null) {
        return Optional.of(trust);
      }
    }
    return Optional.empty();
  }

  private Sensitivity sensitivity(Leaf leaf, boolean prose) {
    Sensitivity said =
        Optional.ofNullable(rule.sensitive().get(leaf.field())).orElse(rule.sensitivity());
    return prose || leaf.path().isEmpty() ? said : said.or(GuessedFields.sensitivity(leaf.field()));
  }
}
