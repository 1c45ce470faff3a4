// SPDX-License-Identifier: GPL-3.0-or-later
// What the preview tells the program.
(function (P) {
    'use strict';

    // ---- messages to the program ------------------------------------------------------------------------------------
    var TRANSPORT_INTERVAL = 10; // milliseconds
    var bridge = null;
    var waiting = [];
    function tell(name) {
        var args = Array.prototype.slice.call(arguments, 1);
        if (bridge)
            bridge[name].apply(bridge, args);
        else
            waiting.push([name].concat(args));
    }
    /// Where the page's own scripts run the engine puts the transport into our world at a moment of its choosing, at times
    /// after this script.
    function connect() {
        if (typeof qt === 'undefined' || !qt.webChannelTransport) {
            setTimeout(connect, TRANSPORT_INTERVAL);
            return;
        }
        new QWebChannel(qt.webChannelTransport, function (channel) {
            bridge = channel.objects.bridge;
            waiting.forEach(function (message) { bridge[message[0]].apply(bridge, message.slice(1)); });
            waiting = [];
        });
    }
    connect();

    // ---- remote items that the content policy kept away ---------------------------------------------------------------
    function isRemote(address) {
        return /^(https?|wss?|ftp):/i.test(address);
    }
    document.addEventListener('securitypolicyviolation', function (event) {
        if (isRemote(event.blockedURI))
            tell('remoteBlocked', event.blockedURI);
    }, true);
    function reportRemoteScripts() {
        Array.prototype.forEach.call(document.scripts, function (script) {
            if (isRemote(script.src))
                tell('remoteBlocked', script.src);
        });
    }

    P.tell = tell;
    P.reportRemoteScripts = reportRemoteScripts;
})(lecternParts);
