package org.bellbuoy.server.tree;

/** What a server runs, as far as the build tables tell products apart. */
public enum Product {
  /** SharePoint Server 2010. */
  SHAREPOINT_2010("SharePoint 2010"),
  /** SharePoint Server 2013. */
  SHAREPOINT_2013("SharePoint 2013"),
  /** SharePoint Server 2016. */
  SHAREPOINT_2016("SharePoint 2016"),
  /** SharePoint Server 2019. */
  SHAREPOINT_2019("SharePoint 2019"),
  /** SharePoint Server Subscription Edition. */
  SHAREPOINT_SE("SharePoint SE"),
  /** Exchange Server 2010. */
  EXCHANGE_2010("Exchange 2010"),
  /** Exchange Server 2013. */
  EXCHANGE_2013("Exchange 2013"),
  /** Exchange Server 2016. */
  EXCHANGE_2016("Exchange 2016"),
  /** Exchange Server 2019. */
  EXCHANGE_2019("Exchange 2019"),
  /** Exchange Server Subscription Edition. */
  EXCHANGE_SE("Exchange SE"),
  /** SharePoint of an unknown version. */
  SHAREPOINT("SharePoint"),
  /** Exchange of an unknown version. */
  EXCHANGE("Exchange"),
  /** Another web server. */
  OTHER("web server");

  private final String title;

  Product(String title) {
    this.title = title;
  }

  /** Name for people. */
  public String title() {
    return title;
  }

  /** Whether it is some SharePoint. */
  public boolean isSharePoint() {
    return title.startsWith("SharePoint");
  }

  /** Whether it is some Exchange. */
  public boolean isExchange() {
    return title.startsWith("Exchange");
  }
}
