/// The other services as they are heard here: customers and their owners, holds and releases, and the changes whose
/// signatures are all there, which are carried out (APR-5).
package org.anchang.deal.neighbour;
