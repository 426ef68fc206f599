package dev.countersign.inspect.pickle.knowledge;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts in the state of safe classes that are run as code when the state is given to an object.
 *
 * <ul>
 *   <li>Distributions of {@code scipy.stats} run their {@code _parse_arg_template} ({@code
 *       rv_generic.__setstate__} in {@code _distn_infrastructure.py}).
 *   <li>Data of {@code statsmodels} with {@code restore_design_info} or {@code restore_model_spec}
 *       evaluate their {@code formula}, in which any Python may stand ({@code
 *       ModelData.__setstate__} in {@code base/data.py}).
 * </ul>
 */
public final class StateCode {
  /** The key of a template of SciPy. */
  public static final String TEMPLATE = "_parse_arg_template";

  /** The key of a formula of statsmodels. */
  public static final String FORMULA = "formula";

  /** Keys by which a formula is run. */
  public static final Set<String> RESTORE = Set.of("restore_design_info", "restore_model_spec");

  private static final Pattern FITTING_TEMPLATE =
      Pattern.compile(
          """
          \\s*def _parse_args\\(self, [\\w, ]*loc=0(?:, scale=1)?\\):
              return \\([\\w, ]*\\), loc, (?:scale|1)

          def _parse_args_rvs\\(self, [\\w, ]*loc=0(?:, scale=1)?, size=None\\):
              return self\\._argcheck_rvs\\([\\w, ]*loc, (?:scale|1), size=size\\)

          def _parse_args_stats\\(self, [\\w, ]*loc=0(?:, scale=1)?, moments='mv'\\):
              return \\([\\w, ]*\\), loc, (?:scale|1), moments\\s*\
          """);

  private static final Pattern QUOTED = Pattern.compile("'[^'\\\\]*'|\"[^\"\\\\]*\"");
  private static final Pattern FORMULA_SIGNS =
      Pattern.compile("[\\w\\s~+\\-*/:()\\[\\],.=|<>&!%^]*");
  private static final Pattern CALLED = Pattern.compile("([\\w.]+)\\s*\\(");
  private static final Pattern WORDS_WITH_DOTS =
      Pattern.compile("(?:np|numpy)\\.\\w+|\\d+\\.\\d*|\\.\\d+");

  private static final Set<String> FUNCTIONS =
      Set.of(
          "C",
          "I",
          "Q",
          "bs",
          "cr",
          "cc",
          "te",
          "poly",
          "center",
          "standardize",
          "scale",
          "log",
          "log10",
          "log1p",
          "log2",
          "exp",
          "expm1",
          "sqrt",
          "abs",
          "sin",
          "cos",
          "tan",
          "power",
          "square",
          "sign",
          "Treatment",
          "Sum",
          "Poly",
          "Helmert",
          "Diff",
          "minimum",
          "maximum",
          "hashed",
          "lag");

  private StateCode() {}

  /** Whether a template is one that SciPy makes, which does nothing. */
  public static boolean fits(String template) {
    return FITTING_TEMPLATE.matcher(template).matches();
  }

  /** Whether a formula only names columns and functions of arithmetic. */
  public static boolean plain(String formula) {
    String text = QUOTED.matcher(formula).replaceAll("0");
    if (!FORMULA_SIGNS.matcher(text).matches() || text.contains("__") || text.contains("lambda")) {
      return false;
    }
    Matcher called = CALLED.matcher(text);
    while (called.find()) {
      String name = called.group(1);
      if (!FUNCTIONS.contains(name.substring(name.indexOf('.') + 1))) {
        return false;
      }
    }
    return WORDS_WITH_DOTS.matcher(text).replaceAll("0").indexOf('.') < 0;
  }
}
