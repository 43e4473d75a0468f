package io.orderflow.deploy.local.services;

/** What a stack is for; decides what its processes are started with. */
public enum Purpose {
    /** Minutes on a laptop: ready soon, little memory, and what takes hours in earnest is late after seconds. */
    SHOW,
    /** Load for minutes or days: all that makes it fast once it runs, and the services' own deadlines. */
    LOAD
}
