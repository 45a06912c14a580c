package org.bellbuoy.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.bellbuoy.report.export.ExportInput;
import org.bellbuoy.report.webhook.Webhook;
import org.bellbuoy.report.webhook.WebhookException;
import org.bellbuoy.report.webhook.WebhookKey;
import org.bellbuoy.report.webhook.WebhookSettings;
import org.bellbuoy.sea.detect.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bellbuoy findings post}. */
@Command(
    name = "post",
    description = {
      "Posts findings as signed JSON to a receiver of your own. Nothing is posted unless you name"
          + " it here, and redirections are not followed."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class FindingsCommandPost implements Callable<Integer> {
  /** A key file is no place for more. */
  private static final int LONGEST_KEY_BYTES = 4096;

  private static final int BATCH = 100;

  @Option(
      names = "--url",
      paramLabel = "URL",
      required = true,
      description = "Your receiver: https://..., or http:// on this very machine.")
  String url = "";

  @Option(
      names = "--key",
      paramLabel = "FILE",
      required = true,
      description = "File with the secret of 32 bytes or more that signs each delivery.")
  Path key = Path.of("");

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "10",
      description = "How long an answer may take. Default: ${DEFAULT-VALUE}.")
  int timeoutSeconds;

  @Option(
      names = "--attempts",
      paramLabel = "N",
      defaultValue = "4",
      description =
          "How often a delivery is tried, after pauses of 1, 2, 4 ... seconds. Default:"
              + " ${DEFAULT-VALUE}.")
  int attempts;

  @Mixin FindingsCommandGiven given = new FindingsCommandGiven();

  @Mixin FindingsCommandStore store = new FindingsCommandStore();

  @Mixin FindingsCommandFilters filters = new FindingsCommandFilters();

  private final Environment environment;

  FindingsCommandPost(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException {
    if (timeoutSeconds < 1 || attempts < 1) {
      throw filters.wrong("--timeout and --attempts must be 1 or more.");
    }
    try {
      WebhookSettings settings =
          new WebhookSettings(
              WebhookSettings.address(url),
              Duration.ofSeconds(timeoutSeconds),
              attempts,
              Duration.ofSeconds(1),
              BATCH);
      WebhookKey secret = WebhookKey.of(secret());
      ExportInput input = given.input(store, filters, environment);
      try (Webhook webhook = Webhook.to(settings, secret, InstantSource.system(), Thread::sleep)) {
        int deliveries = webhook.post(input.findings(), input.origins());
        environment
            .out()
            .printf(
                Locale.ROOT,
                "%s taken by %s in %s%n",
                Words.count(input.findings().size(), "finding was", "findings were"),
                settings.address().getHost(),
                Words.count(deliveries, "delivery", "deliveries"));
      }
      return Bellbuoy.OK;
    } catch (WebhookException e) {
      throw new CommandException(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandException("Posting was interrupted.");
    }
  }

  private byte[] secret() throws IOException {
    try (InputStream in = Files.newInputStream(key)) {
      return in.readNBytes(LONGEST_KEY_BYTES);
    }
  }
}
