package org.bellbuoy.server.build;

/**
 * One place that tells a build.
 *
 * @param build the number
 * @param kind what told it
 * @param sharePoint whether of SharePoint; else of Exchange
 * @param path of the file within the tree, or of the folder whose name told it
 * @param offset first byte of the number in the content, of the name in the path for {@link
 *     Kind#FOLDER_NAME}
 * @param length bytes it takes
 * @param quote as it stands there. Untrusted text
 */
public record BuildSighting(
    BuildNumber build,
    Kind kind,
    boolean sharePoint,
    String path,
    long offset,
    int length,
    String quote) {
  /** What told a build. Order: the earlier, the more it is to be trusted. */
  public enum Kind {
    /** Version resource of a program or library that was collected. */
    FILE_VERSION,
    /** Text that names the version of such a file, for example ExSetup.exe. */
    FILE_VERSION_TEXT,
    /** Version of one of an update's two packages, in text. */
    PACKAGE,
    /** Farm's build as Get-SPFarm tells it: that of the configuration database. */
    FARM_BUILD,
    /** AdminDisplayVersion of Get-ExchangeServer: does not rise with security updates. */
    ADMIN_DISPLAY_VERSION,
    /** Header MicrosoftSharePointTeamServices: hides the revision. */
    HEADER,
    /** Folder such as owa/auth/15.2.1118: hides the revision, and old ones stay behind. */
    FOLDER_NAME
  }
}
