package org.bellbuoy.report.webhook;

import java.io.IOException;

/** Findings could not be posted; the message is one sentence for the user. */
public final class WebhookException extends IOException {
  private static final long serialVersionUID = 1L;

  WebhookException(String sentence) {
    super(sentence);
  }
}
