"""Reads pairs of pictures and points as JSON from standard input; writes where native OpenCV (SIFT, RANSAC homography) puts the points."""
import json
import sys

import cv2
import numpy as np

cv2.setNumThreads(1)


def place(reference, moving, points):
    one, other = (cv2.imread(path, cv2.IMREAD_GRAYSCALE) for path in (reference, moving))
    sift = cv2.SIFT_create(3000)
    (keys, found), (other_keys, other_found) = (sift.detectAndCompute(image, None) for image in (one, other))
    matches = [
        first
        for first, second in cv2.BFMatcher().knnMatch(found, other_found, k=2)
        if first.distance < 0.8 * second.distance
    ]
    source = np.float32([keys[match.queryIdx].pt for match in matches])
    target = np.float32([other_keys[match.trainIdx].pt for match in matches])
    homography, _ = cv2.findHomography(source, target, cv2.RANSAC, 2)
    return cv2.perspectiveTransform(np.float32([points]), homography)[0].tolist()


print(json.dumps([place(**pair) for pair in json.load(sys.stdin)]))
