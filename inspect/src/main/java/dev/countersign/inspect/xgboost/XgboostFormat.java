package dev.countersign.inspect.xgboost;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.ArtefactFact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.Format;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.config.ConfigValues;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Models of XGBoost in UBJSON, and in the binary form that versions before 3.1 wrote. */
public final class XgboostFormat implements Format {
  private static final Pattern OBJECTIVE =
      Pattern.compile("(reg|binary|multi|count|survival|rank):[a-z_:]+");

  @Override
  public String id() {
    return "xgboost";
  }

  @Override
  public String title() {
    return "XGBoost";
  }

  @Override
  public Set<String> endings() {
    return Set.of("ubj", "bst", "xgb");
  }

  @Override
  public boolean recognises(Artefact artefact) throws IOException {
    return ubjson(artefact) || old(artefact);
  }

  @Override
  public void inspect(Artefact artefact, Examination examination) throws Broken, IOException {
    if (artefact.hasAt(0, '{')) {
      JsonNode root = Ubjson.read(artefact.bytes());
      XgboostModel.inspect(root, examination);
      ConfigValues.judge(root, examination);
    } else if (old(artefact)) {
      examination.fact(ArtefactFact.FRAMEWORK, "XGBoost");
      Matcher objective =
          OBJECTIVE.matcher(new String(artefact.head(), StandardCharsets.ISO_8859_1));
      examination.fact(ArtefactFact.TASK, objective.find() ? objective.group() : "");
    } else {
      throw new Broken(0, "neither UBJSON nor the binary form of old");
    }
  }

  /**
   * An object whose first key has its length before it, in one of the forms that XGBoost writes.
   */
  private static boolean ubjson(Artefact artefact) throws IOException {
    String head = new String(artefact.head(), StandardCharsets.ISO_8859_1);
    return artefact.hasAt(0, '{')
        && head.length() > 3
        && "iUIlL".indexOf(head.charAt(1)) >= 0
        && (head.contains("learner") || head.contains("version"));
  }

  private static boolean old(Artefact artefact) throws IOException {
    String head = new String(artefact.head(), StandardCharsets.ISO_8859_1);
    return (artefact.startsWith("binf")
            || artefact.startsWith("bs64")
            || artefact.ending().equals("bst")
            || artefact.ending().equals("xgb"))
        && (head.contains("gbtree") || head.contains("gblinear") || head.contains("dart"));
  }
}
