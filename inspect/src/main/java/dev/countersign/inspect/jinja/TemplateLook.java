package dev.countersign.inspect.jinja;

import dev.countersign.inspect.Rule;
import dev.countersign.inspect.payload.Payload;
import dev.countersign.inspect.payload.Payloads;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks through one template. For one template. */
final class TemplateLook {
  private static final int MOST = 20;
  private static final Set<Payload.Kind> IN_TEXT =
      Set.of(Payload.Kind.SCRIPT, Payload.Kind.COMMAND, Payload.Kind.ENCODED, Payload.Kind.HIDDEN);
  private static final Set<String> TAKES_IN = Set.of("include", "import", "extends", "from");

  private final String template;
  private final Fold fold = new Fold();
  private final Set<Gadget> found = new LinkedHashSet<>();
  private final Names names = new Names(fold, this::add);

  TemplateLook(String template) {
    this.template = template;
  }

  List<Gadget> look() {
    for (Region region : Region.of(template)) {
      switch (region.kind()) {
        case TEXT -> text(region);
        case EXPRESSION -> rest(new ExprParser(Token.of(region.text(), region.at())));
        case STATEMENT -> statement(new ExprParser(Token.of(region.text(), region.at())));
      }
      if (found.size() >= MOST) {
        break;
      }
    }
    return new ArrayList<>(found);
  }

  private void text(Region region) {
    for (Payload.Kind kind : IN_TEXT) {
      Optional<Payload> payload = Payloads.in(region.text(), kind);
      payload.ifPresent(
          one -> add(JinjaRules.TEXT, region.at(), one.kind() + ": " + one.excerpt()));
    }
  }

  private void statement(ExprParser parser) {
    Token keyword = parser.take();
    if (TAKES_IN.contains(keyword.text())) {
      add(JinjaRules.INCLUDE, keyword.at(), keyword.text() + " " + parser.peek().text());
    }
    if (keyword.text().equals("set")) {
      set(parser);
    } else if (keyword.text().equals("filter") && parser.more()) {
      names.visit(parser.filter(new Expr.Nothing(keyword.at())));
    }
    rest(parser);
  }

  private void set(ExprParser parser) {
    Expr target = parser.expression();
    names.visit(target);
    if (parser.took("=")) {
      Expr value = parser.expression();
      names.visit(value);
      if (target instanceof Expr.Name(String name, _)) {
        fold.set(name, value);
      }
    }
  }

  private void rest(ExprParser parser) {
    while (parser.more()) {
      names.visit(parser.expression());
    }
    parser.cutOff().forEach(names::visit);
  }

  private void add(Rule rule, int at, String what) {
    if (found.size() < MOST) {
      found.add(new Gadget(rule, at, what));
    }
  }
}
