/// How programs outside the services, and tests of the whole office, speak to it as its people do.
package org.anchang.client;
