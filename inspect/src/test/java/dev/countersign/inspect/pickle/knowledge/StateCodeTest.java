package dev.countersign.inspect.pickle.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StateCodeTest {
  private static final String TEMPLATE =
      """

      def _parse_args(self, a,  loc=0, scale=1):
          return (a, ), loc, scale

      def _parse_args_rvs(self, a,  loc=0, scale=1, size=None):
          return self._argcheck_rvs(a,  loc, scale, size=size)

      def _parse_args_stats(self, a,  loc=0, scale=1, moments='mv'):
          return (a, ), loc, scale, moments
      """;

  @Test
  void theTemplateThatScipyWritesFits() {
    assertTrue(StateCode.fits(TEMPLATE));
  }

  @ParameterizedTest
  @CsvSource({
    "'return (a, ), loc, scale\n', 'return (os.system(1), ), loc, scale\n'",
    "loc=0, loc=f()"
  })
  void aTemplateWithAnythingElseInItDoesNotFit(String there, String instead) {
    assertFalse(StateCode.fits(TEMPLATE.replace(there, instead)));
  }

  @Test
  void aTemplateWithCodeAfterItDoesNotFit() {
    assertFalse(StateCode.fits(TEMPLATE + "import os\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "y ~ x1 + x2; true",
        "np.log(y) ~ C(region) * I(age ** 2) - 1; true",
        "Lottery ~ Q('weight in kg') + bs(x, df=4); true",
        "y ~ __import__('os').system('id'); false",
        "y ~ os.system(x); false",
        "y ~ eval(x); false",
        "y ~ x.sort(); false",
        "y ~ (lambda: 1)(); false"
      })
  void aFormulaMayNameColumnsAndArithmeticOnly(String formula, boolean plain) {
    assertEquals(plain, StateCode.plain(formula));
  }
}
