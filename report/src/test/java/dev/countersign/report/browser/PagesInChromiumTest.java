package dev.countersign.report.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.countersign.report.Formats;
import dev.countersign.report.Rendered;
import dev.countersign.report.Report;
import dev.countersign.report.Tool;
import dev.countersign.testing.Systems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** Every page that a format makes of every example, looked at in a browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesInChromiumTest {
  private static final Tool TOOL = new Tool("1.2.3", new TreeMap<>(Map.of("rules", "sha256:00")));
  private static final List<String> FORMATS = List.of("html", "one-page");
  private static final int PHONE = 360;
  private static final int DESK = 1440;

  private final Chromium chromium = Chromium.start();

  @AfterAll
  void stop() {
    chromium.close();
  }

  @Test
  void fitAndCanBeReadOnEveryScreen(@TempDir Path folder) throws IOException {
    SoftAssertions all = new SoftAssertions();
    for (Path page : pages(folder)) {
      for (int width : List.of(PHONE, DESK)) {
        for (boolean dark : List.of(false, true)) {
          chromium.open(page, width, dark);
          String what = page.getFileName() + " at " + width + (dark ? ", dark" : ", light");
          all.assertThat(chromium.console()).as(what).isEmpty();
          all.assertThat((List<?>) chromium.run("overflow.js")).as(what).isEmpty();
          all.assertThat((List<?>) chromium.run("contrast.js")).as(what).isEmpty();
        }
      }
    }
    all.assertAll();
  }

  @Test
  void aPageThatDoesNotFitOrCannotBeReadIsFound(@TempDir Path folder) throws IOException {
    Path page =
        Files.writeString(
            folder.resolve("bad.html"),
            "<!doctype html><p style='width:900px;color:#999'>pale and wide</p>"
                + "<script>console.error('no')</script>");
    chromium.open(page, PHONE, false);
    assertThat(chromium.console()).hasSize(1);
    assertThat((List<?>) chromium.run("overflow.js")).isNotEmpty();
    assertThat((List<?>) chromium.run("contrast.js")).hasSize(1);
  }

  @Test
  void followTheColourSchemeOfTheReader(@TempDir Path folder) throws IOException {
    Path page = page(folder, "card-fraud");
    chromium.open(page, DESK, false);
    Object light = chromium.value("getComputedStyle(document.body).backgroundColor");
    chromium.open(page, DESK, true);
    Object dark = chromium.value("getComputedStyle(document.body).backgroundColor");
    assertThat(light).isEqualTo("rgb(255, 255, 255)");
    assertThat(dark).isEqualTo("rgb(18, 23, 30)");
  }

  @Test
  void loadNothing(@TempDir Path folder) throws IOException {
    chromium.open(page(folder, "card-fraud"), DESK, false);
    assertThat(chromium.value("performance.getEntriesByType('resource').length")).isEqualTo(0L);
  }

  @Test
  void theRegisterCanBeSearched(@TempDir Path folder) throws IOException {
    chromium.open(page(folder, "card-fraud"), DESK, false);
    long all = shown();
    chromium.driver().findElement(By.id("f-text")).sendKeys("poisoning labels");
    await(() -> assertThat(shown()).isBetween(1L, all - 1));
    assertThat(chromium.value("document.getElementById('f-count').textContent").toString())
        .isEqualTo(shown() + " of " + all + " threats");
    chromium.driver().findElement(By.id("f-text")).clear();
    chromium.driver().findElement(By.id("f-text")).sendKeys(" ");
    await(() -> assertThat(shown()).isEqualTo(all));
    choose("f-state", "open");
    assertThat(shown()).isEqualTo(having("[data-state=open]")).isLessThan(all);
    choose("f-severity", "high");
    assertThat(shown()).isEqualTo(having("[data-state=open][data-severity=high]"));
    assertThat(chromium.console()).isEmpty();
  }

  @Test
  void aLinkUnfoldsTheThreatThatItLeadsTo(@TempDir Path folder) throws IOException {
    chromium.open(page(folder, "card-fraud"), DESK, false);
    assertThat(folded("t-label-poisoning@transactions")).isEqualTo(true);
    chromium.value("location.hash = 't-label-poisoning@transactions'");
    await(() -> assertThat(folded("t-label-poisoning@transactions")).isEqualTo(false));
  }

  private void choose(String field, String value) {
    chromium
        .driver()
        .findElement(By.cssSelector("#" + field + " option[value=" + value + "]"))
        .click();
  }

  private Object folded(String id) {
    return chromium.value("!document.getElementById('" + id + "').open");
  }

  private long shown() {
    return having(":not([hidden])");
  }

  private long having(String selector) {
    return (Long)
        chromium.value("document.querySelectorAll('details.threat" + selector + "').length");
  }

  /** The search waits until nobody types; asks again for two seconds. */
  private static void await(Runnable assertion) {
    long end = System.nanoTime() + 2_000_000_000L;
    while (System.nanoTime() < end && !holds(assertion)) {
      Thread.onSpinWait();
    }
    assertThatCode(assertion::run).doesNotThrowAnyException();
  }

  private static boolean holds(Runnable assertion) {
    try {
      assertion.run();
      return true;
    } catch (AssertionError notYet) {
      return false;
    }
  }

  private static Path page(Path folder, String example) throws IOException {
    return write(folder, Systems.example(example), "html").findFirst().orElseThrow();
  }

  private static List<Path> pages(Path folder) throws IOException {
    List<Path> pages = new ArrayList<>();
    for (Path file : Systems.examples()) {
      for (String format : FORMATS) {
        pages.addAll(write(folder, file, format).toList());
      }
    }
    return pages;
  }

  private static Stream<Path> write(Path folder, Path system, String format) throws IOException {
    Report report = Report.of(Systems.checked(system), TOOL);
    List<Path> written = new ArrayList<>();
    for (Rendered file : Formats.registered().find(format).orElseThrow().render(report)) {
      if (file.suffix().endsWith("html")) {
        Path page = folder.resolve(report.checked().id() + "." + file.suffix());
        written.add(Files.write(page, file.content()));
      }
    }
    return written.stream();
  }
}
