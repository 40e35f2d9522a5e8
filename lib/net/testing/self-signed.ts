/** For `feed.example`, until 2126, by nobody whom anybody trusts. The key keeps no secret: it is for servers of tests alone. */
export const selfSigned = {
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgfprHTS2OVnhIRlo3
Parwhx8A/o3xTkU8ZxwIEmtyIPahRANCAATmaclZSKGeNgCtjh+83vS5FnMe+3wA
+VISmKFNHOxzSCnEXfJLHx9EYid8jGOU/ey/XWRZ7B3mMDA5Ufwy6GV+
-----END PRIVATE KEY-----`,
  cert: `-----BEGIN CERTIFICATE-----
MIIBnjCCAUSgAwIBAgIUG4kf5EksFdRoFapT4qeyuaeD/jQwCgYIKoZIzj0EAwIw
FzEVMBMGA1UEAwwMZmVlZC5leGFtcGxlMCAXDTI2MTEyNTEzMzE0OVoYDzIxMjYx
MTAxMTMzMTQ5WjAXMRUwEwYDVQQDDAxmZWVkLmV4YW1wbGUwWTATBgcqhkjOPQIB
BggqhkjOPQMBBwNCAATmaclZSKGeNgCtjh+83vS5FnMe+3wA+VISmKFNHOxzSCnE
XfJLHx9EYid8jGOU/ey/XWRZ7B3mMDA5Ufwy6GV+o2wwajAdBgNVHQ4EFgQUEofF
a/czetWDXdFIw55VbwhuYn0wHwYDVR0jBBgwFoAUEofFa/czetWDXdFIw55Vbwhu
Yn0wDwYDVR0TAQH/BAUwAwEB/zAXBgNVHREEEDAOggxmZWVkLmV4YW1wbGUwCgYI
KoZIzj0EAwIDSAAwRQIgGptTBLP+T/HkWacHPpyUJhxcwJDcb2enrlp4vAEjj+sC
IQCAgMRSggcVKyM+6vcwpv3IYehdlW3Q0ckyTe6RC+zD/w==
-----END CERTIFICATE-----`,
}
